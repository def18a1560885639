import { useAddress } from '../../app/use-address.ts';

/** What the address of the pictures holds besides area and period. `due`, `area`, `unit`, `kind` and `fresh` open the columns they mean. */
type PictureKey =
  | 'view'
  | 'state'
  | 'month'
  | 'hide'
  | 'by'
  | 'area'
  | 'unit'
  | 'kind'
  | 'fresh'
  | 'due'
  | 'every'
  | 'measure'
  | 'category';

/** What is shown, as the address has it, and how to change it. */
export const usePictureAddress = () => useAddress<PictureKey | 'period'>();
