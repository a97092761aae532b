import { countCharacters } from './count.ts'
import { putTextsIn } from './fill.ts'
import { leadToMistakes, sendOnce } from './forms.ts'
import { keepFresh } from './live.ts'
import { closeMenus } from './menus.ts'
import { readKeys } from './queue.ts'
import { walkTrees } from './tree.ts'
import { sayTimeZone } from './zone.ts'

// Everything works without this script; it only makes waiting, typing and deciding lighter.
document.documentElement.classList.add('scripted')
countCharacters()
leadToMistakes()
sendOnce()
closeMenus()
walkTrees()
readKeys()
keepFresh()
putTextsIn()
sayTimeZone()
