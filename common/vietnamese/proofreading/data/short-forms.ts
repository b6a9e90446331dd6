/** Words that end in a full stop without ending the sentence, folded to lower case. */
export const shortForms: ReadonlySet<string> = new Set(
  'tp tx tt th ths ts pgs gs bs ks ls cn nxb tr đ đc q p h x mr mrs ms dr no st vs ncs cky nghs nsnd nsưt bt ct pct v vd stt gv hs kts dsckii bsckii dsck bsck cki ckii'.split(
    ' ',
  ),
)
