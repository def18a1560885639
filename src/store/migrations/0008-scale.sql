-- Is anything of a run still open? Asked after every scan, and by the scheduler in every round: a question about the few
-- that are open must not walk over the many that are done.
create index scan_target_open on scan_target (run_id) where state in ('waiting', 'running');
create index scan_run_open on scan_run (id) where state in ('queued', 'running');
-- What was begun and judged of late, and the last sweep of every area, asked by the scheduler for all areas at once.
create index scan_run_day on scan_run (day);
create index scan_run_sweep on scan_run (area_id, day desc) where kind in ('sweep', 'sweep-now');
create index judgement_day on judgement (day, area_id);
