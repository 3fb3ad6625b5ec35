'use client'
import { charts } from '../../i18n/en/charts.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the charts, and formatters. */
export const useChartTexts = /* @__PURE__ */ createUseTexts(charts)
