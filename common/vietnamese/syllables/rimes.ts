/**
 * The rimes of written Vietnamese, `glide.nucleus.coda`; dots part what the letters run together. Compiled from the
 * orthography taught at school (onset, glide, nucleus, coda, tone); the second list holds loans, sound words and
 * spellings met so seldom that a typing error is likelier.
 */
const commonRimes = `
  .a. .a.c .a.ch .a.i .a.m .a.n .a.ng .a.nh .a.o .a.p .a.t .a.u .a.y
  .ă.c .ă.m .ă.n .ă.ng .ă.p .ă.t
  .â.c .â.m .â.n .â.ng .â.p .â.t .â.u .â.y
  .e. .e.m .e.n .e.o .e.p .e.t
  .ê. .ê.ch .ê.m .ê.n .ê.nh .ê.p .ê.t .ê.u
  .i. .i.ch .i.m .i.n .i.nh .i.p .i.t .i.u
  .ia. .iê.c .iê.m .iê.n .iê.ng .iê.p .iê.t .iê.u
  .y. .yê.m .yê.n .yê.t .yê.u
  .o. .o.c .o.i .o.m .o.n .o.ng .o.p .o.t
  .ô. .ô.c .ô.i .ô.m .ô.n .ô.ng .ô.p .ô.t
  .ơ. .ơ.i .ơ.m .ơ.n .ơ.p .ơ.t
  .u. .u.c .u.i .u.m .u.n .u.ng .u.p .u.t
  .ua. .uô.c .uô.i .uô.m .uô.n .uô.ng .uô.t
  .ư. .ư.c .ư.i .ư.ng .ư.t .ư.u
  .ưa. .ươ.c .ươ.i .ươ.m .ươ.n .ươ.ng .ươ.p .ươ.t .ươ.u
  o.a. o.a.c o.a.ch o.a.i o.a.n o.a.ng o.a.nh o.a.t o.a.y
  o.ă.c o.ă.n o.ă.ng o.ă.t
  o.e. o.e.n o.e.o o.e.t
  u.â.n u.â.t u.â.y
  u.ê. u.ê.ch u.ê.nh
  u.y. u.ya. u.y.ch u.yê.n u.yê.t u.y.nh u.y.t u.ơ.
`
const rareRimes = `
  .e.c .e.ng .ê.c .ê.ng .i.c .i.ng .yê.ng .y.t .y.nh .oo.c .oo.ng .ôô.c .ôô.ng
  .uô.p .ư.m .ư.n
  o.a.m o.a.o o.a.p o.ă.m o.ă.p o.e.m o.e.c o.e.ng
  u.â.ng u.y.n u.y.p u.y.u
`

/** Rimes that only follow `q`; there the glide is always written u. */
const commonQuRimes = `
  u.a. u.a.c u.a.ch u.a.i u.a.n u.a.ng u.a.nh u.a.o u.a.t u.a.y u.ă.c u.ă.m u.ă.n u.ă.ng u.ă.p u.ă.t
  u.â.n u.â.t u.â.y u.e. u.e.n u.e.o u.e.t u.ê. u.ê.n u.ê.t u.ê.ch u.ô.c u.ơ. u.ơ.t u.i.t
  u.y. u.yê.n u.yê.t u.y.nh u.y.t u.i.
`
const rareQuRimes = `
  u.a.u u.a.p u.a.m u.â.c u.â.ng u.â.u u.â.m u.e.c u.e.m u.e.p u.e.ng u.ê.nh u.ê.u u.ê.p u.i.n u.i.nh u.i.ch u.i.u
  u.i.p u.y.n u.y.p u.y.ch u.y.u
`

export interface Rime {
  readonly glide: '' | 'o' | 'u'
  /** Vowel letters without tone, as written: `iê`, `ươ`, `ya`. */
  readonly nucleus: string
  readonly coda: string
  readonly rare: boolean
}

export const rimes: readonly Rime[] = [...read(commonRimes, false), ...read(rareRimes, true)]
export const quRimes: readonly Rime[] = [...read(commonQuRimes, false), ...read(rareQuRimes, true)]

function read(list: string, rare: boolean): Rime[] {
  return list
    .trim()
    .split(/\s+/)
    .map(entry => {
      const [glide = '', nucleus = '', coda = ''] = entry.split('.')
      return { glide: glide === 'o' || glide === 'u' ? glide : '', nucleus, coda, rare }
    })
}
