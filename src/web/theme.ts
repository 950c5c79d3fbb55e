import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The colour of the house, from light to dark; each step was measured against the ground it stands on (WCAG 2.2 AA). */
const race: MantineColorsTuple = [
  '#e9f6f4',
  '#d3ebe7',
  '#a5d8d0',
  '#74c4b8',
  '#4db3a4',
  '#2c9a8a',
  '#138074',
  '#0f766e',
  '#0b5f59',
  '#064640',
]

/** Greys with a little warmth, for long days. */
const gray: MantineColorsTuple = [
  '#f7f7f5',
  '#f0f1ee',
  '#e3e6e2',
  '#d2d6d2',
  '#b4bab6',
  '#848c88',
  '#5a6462',
  '#434c49',
  '#2b3230',
  '#1c2321',
]

const dark: MantineColorsTuple = [
  '#e8ecea',
  '#c3cbc8',
  '#a3adaa',
  '#76827e',
  '#3a4340',
  '#2e3633',
  '#222927',
  '#1a201e',
  '#121615',
  '#0b0e0d',
]

/** How everything looks: dense, quiet, one accent. */
export const theme = createTheme({
  primaryColor: 'race',
  primaryShade: { light: 7, dark: 6 },
  colors: { race, gray, dark },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '15px' }, h3: { fontSize: '13px' } },
  },
  components: {
    // Who cannot see that something is on its way is told so.
    Skeleton: { defaultProps: { role: 'status', 'aria-busy': true } },
    Table: { defaultProps: { verticalSpacing: 7, horizontalSpacing: 8 } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    Textarea: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    FileInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    // A menu gives the focus to its first entry; Mantine's placeholder is a stop that nobody can name.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
})

/** Where Mantine's own choice is too faint to be read. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f7f7f5',
    '--mantine-color-dimmed': '#5a6462',
    '--mantine-color-placeholder': '#6b7472',
    '--mantine-color-default-border': '#dfe3e0',
    '--mantine-color-anchor': '#0b5f59',
    '--mantine-color-red-text': '#c92a2a',
    '--mantine-color-error': '#c92a2a',
    '--card': '#ffffff',
    '--hover': '#f0f1ee',
  },
  dark: {
    '--mantine-color-body': '#121615',
    '--mantine-color-dimmed': '#a3adaa',
    '--mantine-color-placeholder': '#8b9692',
    '--mantine-color-default-border': '#2e3633',
    '--mantine-color-anchor': '#5eead4',
    '--mantine-color-red-text': '#ff8787',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-red-light-color': '#ff8787',
    '--mantine-color-race-light-color': '#5eead4',
    '--mantine-color-race-light': '#12312d',
    '--mantine-color-race-light-hover': '#173d38',
    '--card': '#1a201e',
    '--hover': '#222927',
  },
})
