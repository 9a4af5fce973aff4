/**
 * Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. Source: ISO 4217, list one. Codes that are not
 * listed as exceptions have 2.
 */
export function currencyDigits(currency: string): number {
  return EXCEPTIONS.get(currency) ?? 2;
}

const EXCEPTIONS: ReadonlyMap<string, number> = new Map(
  [
    { digits: 0, codes: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
    { digits: 3, codes: "BHD IQD JOD KWD LYD OMR TND" },
    { digits: 4, codes: "CLF UYW" },
  ].flatMap(({ digits, codes }) => codes.split(" ").map((code): [string, number] => [code, digits])),
);
