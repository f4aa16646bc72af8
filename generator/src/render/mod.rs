//! Pages and theme into files.
pub mod html;
