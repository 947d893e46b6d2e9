"""Tables from a measure's text: 任务分工表, 量化指标表, 来源说明, as rows for the screen and as a Word document."""
