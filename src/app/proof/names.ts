/** Names of layers and kinds for those who may not know the text room itself. */
export { FINDING_KINDS as FINDING_KIND_NAMES, LAYERS as LAYER_NAMES } from '../../text/finding.ts';
