"""The draft in the middle: its session, the page it is written on, the notice's form, the outline."""
