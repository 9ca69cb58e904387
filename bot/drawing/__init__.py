"""The canvas as a picture: a pure sheet, a typesetter, and a child process that draws."""
