"""Properties are judged by what they show: the same commit gives the same result, on a slow machine as on a fast one."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
