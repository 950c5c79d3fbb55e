const PART = /<!-- part: ([a-z-]+)((?: [a-z]+="[^"]*")*) -->/g
const WORD = /([a-z]+)="([^"]*)"/g

/** A page with the parts that it names put in, each `{word}` of a part as the page says it: `<!-- part: new-password id="renewed" -->`. */
export const wholePage = (page: string, readPart: (name: string) => string): string =>
  page.replace(PART, (_, name: string, said: string) => {
    const words = new Map([...said.matchAll(WORD)].map(([, word = '', value = '']) => [word, value]))
    return readPart(name)
      .trimEnd()
      .replace(/\{([a-z]+)\}/g, (_place, word: string) => {
        const value = words.get(word)
        if (value === undefined) throw new Error(`The part ${name} needs ${word}.`)
        return value
      })
  })
