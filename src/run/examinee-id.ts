/** What an examinee may be called: the name goes into file names, tables and figures. */
export const EXAMINEE_ID = /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,79}$/;
