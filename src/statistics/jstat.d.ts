declare module "jstat" {
  const jstat: {
    readonly studentt: { inv(probability: number, freedom: number): number };
    readonly centralF: { inv(probability: number, freedom1: number, freedom2: number): number };
    readonly normal: {
      cdf(x: number, mean: number, deviation: number): number;
      inv(probability: number, mean: number, deviation: number): number;
    };
  };
  export = jstat;
}
