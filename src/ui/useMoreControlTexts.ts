'use client'
import { moreControls } from '../i18n/en/moreControls.ts'
import { createUseTexts } from '../i18n/useTexts.ts'

/** Texts of the controls that stand behind the fold of a panel, and formatters. */
export const useMoreControlTexts = /* @__PURE__ */ createUseTexts(moreControls)
