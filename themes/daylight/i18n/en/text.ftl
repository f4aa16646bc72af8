# Words that stand inside the text of pages: titles of callouts without one of their own, and citations.

callout-note = Good to know
callout-tip = Tip
callout-important = Important
callout-warning = Take care
callout-example = Example
callout-story = A story we made up
callout-evidence = What studies found
callout-crisis = Talk to someone now
callout-facilitator = For the facilitator
callout-check = Check what you know
callout-reflect = For yourself
citation = Source
footnote-back = Back to the text
more-sources = More sources
chart-in-100 = in 100
chart-dots = Each ring is one person in 100; a filled ring is a person counted here.
