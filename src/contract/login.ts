/** What a login (用户名) may be; apart from the contract's schemas, so that a form can say it before anything is sent. */
export const LOGIN = /^[\p{L}\p{N}._@-]{2,60}$/u;
export const NO_LOGIN = '用户名应为 2 到 60 个字母、数字或汉字，不含空格';
