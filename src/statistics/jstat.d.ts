declare module "jstat" {
  const jstat: {
    readonly studentt: { inv(probability: number, freedom: number): number };
  };
  export = jstat;
}
