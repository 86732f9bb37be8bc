// Which language comes first on this screen. Both are always there; the resident or clerk chooses the one that leads.
import { createContext } from 'svelte'

export type Lang = 'zh' | 'en'
export interface Text {
  zh: string
  en: string
}

/** The lang attribute, so that a screen reader speaks each text rightly. */
export const htmlLang = { zh: 'zh-CN', en: 'en' } as const

export class Language {
  lead = $state<Lang>('zh')

  get other(): Lang {
    return this.lead === 'zh' ? 'en' : 'zh'
  }

  /** One text in the leading language, for labels that a part cannot show twice (aria-label, title). */
  say(text: Text): string {
    return text[this.lead]
  }

  turn(): void {
    this.lead = this.other
  }
}

/** Set once in each App; read by every part that shows a text. */
export const [useLanguage, setLanguage] = createContext<Language>()
