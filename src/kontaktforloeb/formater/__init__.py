"""In and out: JSON, tables, mapping and schema. Every fault is named with its place, its value and what is allowed."""
