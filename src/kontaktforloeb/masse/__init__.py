"""Many cases: hash buckets of exported tables, the Arrow batch function, processes, and Spark."""
