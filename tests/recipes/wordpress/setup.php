<?php
// Run once, inside a new WordPress whose tables are empty: installs it, as its own installer does, with an administrator and
// an author. Writes an application password for each, and the administrator's own, as JSON, for the tests to make posts with.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('WP_HOST');
require getenv('WP_FOLDER') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

$password = wp_generate_password();
$admin = wp_install('A blog', 'admin', 'admin@example.org', true, '', $password)['user_id'];
$author = wp_insert_user([
	'user_login' => 'author',
	'user_email' => 'author@example.org',
	'user_pass' => wp_generate_password(),
	'role' => 'author',
]);
// Pictures of people come from another server.
update_option('show_avatars', 0);

/** Basic authentication, as a header says it. */
function key_of(int $user): string {
	[$password] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'tests']);
	return base64_encode(get_userdata($user)->user_login . ':' . $password);
}

echo json_encode([
	'version' => $GLOBALS['wp_version'],
	'theme' => wp_get_theme()->get('Name'),
	'password' => $password,
	'admin' => key_of($admin),
	'author' => key_of($author),
]);
