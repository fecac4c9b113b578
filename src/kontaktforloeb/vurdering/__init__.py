"""The engine: compile, count, decide (`semantics.md` in order). It never imports the law."""
