/** All global styles of a window, in the order they must come: the font, the library, then ours. */
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@mantine/core/styles.css';
import './appearance/tokens.css';
import './appearance/appearance.css';
import './global.css';
