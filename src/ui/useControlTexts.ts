'use client'
import { common } from '../i18n/en/common.ts'
import { controls } from '../i18n/en/controls.ts'
import { createUseTexts } from '../i18n/useTexts.ts'

/** Texts of the controls that panels share, and formatters. */
export const useControlTexts = /* @__PURE__ */ createUseTexts({ ...common, ...controls })
