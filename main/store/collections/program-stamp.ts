declare const __PROGRAM_STAMP__: string | undefined

/**
 * Names the sources that this program was built of (main/launch/build.mjs); null where it runs unbuilt. What the same
 * program has checked and written need not be checked again, nor its schemas be compared.
 */
export const programStamp: string | null =
  typeof __PROGRAM_STAMP__ === 'string' && __PROGRAM_STAMP__ !== '' ? __PROGRAM_STAMP__ : null
