-- 撤回 of a 定期排查 that was ordered wrongly: by whom and why; what was signed of it stays.
alter table key_sweep add column retired_by text, add column retired_reason text;
alter table key_sweep add constraint key_sweep_withdrawn_with_reason
  check ((retired_at is null) = (retired_reason is null) and (retired_at is null) = (retired_by is null));
