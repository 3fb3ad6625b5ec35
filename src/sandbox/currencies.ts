const NONE = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
)
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** How many decimals a price in this currency has (ISO 4217): 2 for most, 0 for yen. */
export const decimals = (currency: string): number =>
  NONE.has(currency) ? 0 : THREE.has(currency) ? 3 : 2

/** How many minor units make one unit of a currency: 100 for most, 1 for yen. */
export const minorUnits = (currency: string): number => [1, 10, 100, 1000][decimals(currency)]!
