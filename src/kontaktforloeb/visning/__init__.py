"""What people see: text, HTML, the timeline picture. Nothing here judges; it shows what the library answered."""
