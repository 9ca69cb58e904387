"""The canvas as documents: a workbook, a table, text, and JSON."""
