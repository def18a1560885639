import type { Assignment, Inspected, Inspector } from './assign-inspectors.ts';
import type { Draw } from './draw.ts';

/** A person who can be sent, with the name the protocol prints. */
export interface NamedInspector extends Inspector {
  name: string;
}

/**
 * 双随机抽取: problems and the people who recheck them, from one seed. Everything it rests on is in the record, so that drawing
 * again needs nothing else.
 */
export interface InspectionDraw extends Draw {
  /** 抽取范围 in words, a line each. */
  frame: readonly string[];
  /** The drawn problems with the units that may not recheck them. */
  objects: readonly Inspected[];
  /** Everyone who could be sent; who was excluded stands apart. */
  inspectors: readonly NamedInspector[];
  inspectorsExcluded: readonly { id: string; name: string; reason: string }[];
  /** Ids drawn among them, in the order of their ranks; all of them where no number was wished. */
  inspectorsDrawn: readonly string[];
  assignments: readonly Assignment[];
}
