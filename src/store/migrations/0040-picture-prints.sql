-- 疑似同一张照片: what pictures handed in as proof are compared by, so that one that a messenger compressed or made smaller is known
-- again (src/extract/picture-print.ts). Derived from kept bytes; the tables of proofs themselves are append-only and stay as they are.
create table picture_print (
  area_id text not null references area (id),
  -- of the file, as in problem_proof and account_proof
  blob text not null,
  -- version of what is compared; of another version = not there yet
  method integer not null,
  -- width by height, coarse signs and mean shades; null where the picture cannot be read or shows too little
  ratio real,
  signs bit(63),
  cells bytea,
  -- set in the transaction that writes what was found alike
  compared boolean not null,
  primary key (area_id, blob)
);
-- Shades are read for a few near ones only: out of line, the rows that are searched stay narrow.
alter table picture_print alter column cells set storage external;
create index picture_print_like on picture_print (area_id, ratio) include (method, signs, blob) where signs is not null;

-- Two files of one area that seem to be the same picture, each way round.
create table picture_alike (
  area_id text not null,
  blob text not null,
  other text not null,
  primary key (area_id, blob, other),
  foreign key (area_id, blob) references picture_print (area_id, blob),
  foreign key (area_id, other) references picture_print (area_id, blob)
);

-- Which problems a picture proves is asked by its file.
create index problem_proof_blob on problem_proof (area_id, blob);
create index account_proof_blob on account_proof (area_id, blob);
