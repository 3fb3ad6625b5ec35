'use client'
import { cohortMore } from '../../i18n/en/cohortMore.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of what is opened over a cohort table, and formatters. */
export const useCohortMoreTexts = /* @__PURE__ */ createUseTexts(cohortMore)
