'use client'
import { common } from '../../i18n/en/common.ts'
import { controls } from '../../i18n/en/controls.ts'
import { ltv } from '../../i18n/en/ltv.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the lifetime-value chart, and formatters. */
export const useLtvTexts = /* @__PURE__ */ createUseTexts({ ...common, ...ltv })

/** Texts of the lifetime-value panel: those of the chart and of the controls, and formatters. */
export const useLtvPanelTexts = /* @__PURE__ */ createUseTexts({ ...common, ...controls, ...ltv })
