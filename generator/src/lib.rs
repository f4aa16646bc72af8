//! Footbridge: Markdown and tool definitions in, a finished site out.
