"""任务分工, 量化指标 and 来源说明 of the open draft on the screen, made from the rows that the Word document has."""
