-- What was restored from a backup began to count its lines of the trail anew, so that no change could be noted and none was done:
-- both go on after the last line there is.
select setval(pg_get_serial_sequence('trail', 'seq'), greatest((select last_value from trail_seq_seq), (select coalesce(max(seq), 0) from trail)) + 1, false);
select setval(pg_get_serial_sequence('trail_outcome', 'seq'), greatest((select last_value from trail_outcome_seq_seq), (select coalesce(max(seq), 0) from trail_outcome)) + 1, false);
