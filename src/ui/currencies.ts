/** Currencies a panel offers unless its host names its own: ISO 4217 codes. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'BRL', 'CAD', 'AUD', 'INR'] as const
