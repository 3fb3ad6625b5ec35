'use client'
import { common } from '../../i18n/en/common.ts'
import { controls } from '../../i18n/en/controls.ts'
import { toolbar } from '../../i18n/en/toolbar.ts'
import { ltv } from '../../i18n/en/ltv.ts'
import { ltvPanel } from '../../i18n/en/ltvPanel.ts'
import { moreControls } from '../../i18n/en/moreControls.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the lifetime-value panel: those of the chart and of the controls, and formatters. A module of its own: the chart does without the controls' texts. */
export const useLtvPanelTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...controls,
  ...toolbar,
  ...moreControls,
  ...ltv,
  ...ltvPanel,
})
