-- Is anything of a run still open? Asked after every scan, and by the scheduler in every round: a question about the few
-- that are open must not walk over the many that are done.
create index scan_target_open on scan_target (run_id) where state in ('waiting', 'running');
create index scan_run_open on scan_run (id) where state in ('queued', 'running');
