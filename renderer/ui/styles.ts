/** All global styles of a window, in the order they must come: the font, the library, then ours. */
import './fonts.css';
import '@mantine/core/styles.css';
import './appearance/tokens.css';
import './appearance/appearance.css';
import './global.css';
