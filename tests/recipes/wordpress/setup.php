<?php
// Run once, inside a new WordPress whose tables are empty: installs it, as its own installer does, with an administrator,
// an editor and an author. Writes, as JSON, what the tests make posts with: an application password of the latter two, and the
// administrator's own.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('WP_HOST');
require getenv('WP_FOLDER') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

$password = wp_generate_password();
wp_install('A blog', 'admin', 'admin@example.org', true, '', $password);

/** Somebody who writes on the blog. */
function writer(string $role): int {
	$account = ['user_login' => $role, 'user_email' => "$role@example.org", 'user_pass' => wp_generate_password()];
	return wp_insert_user($account + ['role' => $role]);
}

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
	'editor' => key_of(writer('editor')),
	'author' => key_of(writer('author')),
]);
