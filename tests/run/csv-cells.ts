const BEGINS = [
  "=",
  "+",
  "-",
  "@",
  "\t=",
  "\r=",
  "＝",
  "＋",
  "－",
  "＠",
  "\u200b=",
  " =",
  "\ufeff@",
  '"=',
  "a,b",
  "a\nb",
  '"',
  "x",
  "-0.5",
  "'",
];
const RESTS = [
  "1+1",
  'cmd|"/c calc"!A1',
  "SUM(A1:A9)",
  ",;\n",
  "\u202ex",
  "ß",
  "0",
  "=x",
  "http://x.example",
  "''",
];

/** 200 texts that a spreadsheet would compute, would tear apart, or must leave as they are. */
export const csvCells: readonly string[] = BEGINS.flatMap((begin) =>
  RESTS.map((rest) => `${begin}${rest}`),
);

/** Whether a spreadsheet would take a cell for a formula. */
export function isFormula(cell: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠])/u.test(cell);
}
