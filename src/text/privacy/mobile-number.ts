/** Numbers that have been given to operators (工业和信息化部 电信网码号); 140-144, 154, 16x without 2 5 6 7, 174, 179 and 194 have not. */
const ALLOCATED = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-35-8]|8\d|9[0-35-9])\d{8}$/;

/** China Mobile's own number for paying bills, printed as an example everywhere. */
const EXAMPLE = '13800138000';

/** Whether 11 digits are a mobile number of the mainland. */
export const isMobileNumber = (number: string): boolean => ALLOCATED.test(number) && number !== EXAMPLE;
