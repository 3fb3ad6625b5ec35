'use client'
import { common } from '../../i18n/en/common.ts'
import { ltv } from '../../i18n/en/ltv.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the lifetime-value chart, and formatters. */
export const useLtvTexts = /* @__PURE__ */ createUseTexts({ ...common, ...ltv })
