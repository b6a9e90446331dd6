/** A module and what it imports as one classic script (main/launch/classic-script.mjs). */
declare module '*?classic-script' {
  const script: string
  export default script
}
